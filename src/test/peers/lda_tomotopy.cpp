// Tokens per second of tomotopy's own LDA core, two workers, priors not re-estimated, as LdaBenchmark measures ours.
//
//   lda_tomotopy CORPUS DOCUMENTS TOPICS SWEEPS [TOPICS.tsv]
//
// CORPUS is corpus.txt of gen_corpus.py: a document a line, terms called w0000, w0001, ... Build it in tomotopy's sources:
//   g++ -O3 -march=native -std=c++17 -pthread -I. -I/usr/include/eigen3 -IEigenRand -Isrc \
//       lda_tomotopy.cpp src/TopicModel/LDAModel.cpp src/Utils/*.cpp -o lda_tomotopy
#include "src/TopicModel/LDA.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>
#include <vector>

int main(int count, char **argument)
{
    using namespace tomoto;
    if (count < 5) {
        std::fprintf(stderr, "lda_tomotopy CORPUS DOCUMENTS TOPICS SWEEPS [TOPICS.tsv]\n");
        return 1;
    }
    const size_t workers = 2;
    const long documents = std::atol(argument[2]);
    const size_t topics = std::atoi(argument[3]);
    const size_t sweeps = std::atoi(argument[4]);

    LDAArgs options;
    options.k = topics;
    options.alpha = {(Float) 0.1};
    options.eta = (Float) 0.01;
    options.seed = 42;
    auto model = ILDAModel::create(TermWeight::one, options);

    std::ifstream corpus(argument[1]);
    std::string line;
    for (long document = 0; document < documents && std::getline(corpus, line); document++) {
        RawDoc raw;
        std::istringstream words(line);
        std::string word;
        while (words >> word) {
            raw.rawWords.push_back(word);
        }
        model->addDoc(raw);
    }
    model->setOptimInterval(0);
    model->prepare(true, 0, 0, 0);

    const auto start = std::chrono::steady_clock::now();
    model->train(sweeps, workers, ParallelScheme::default_);
    const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
    std::printf("RESULT tomotopy, %zu threads, %zu topics, %zu sweeps: %.1f s, %.2f million tokens/s\n", workers, topics,
                sweeps, seconds, model->getN() * (double) sweeps / seconds / 1e6);

    if (count > 5) { // a line a topic, in the order of the terms' numbers, as topic_recovery.py reads them
        std::vector<size_t> column;
        for (size_t term = 0; term < model->getV(); term++) {
            column.push_back(std::atol(model->getVocabDict().toWord(term).c_str() + 1));
        }
        std::ofstream out(argument[5]);
        for (size_t topic = 0; topic < topics; topic++) {
            const auto words = model->getWidsByTopic(topic);
            std::vector<double> row(5000, 1e-12);
            for (size_t term = 0; term < words.size(); term++) {
                row[column[term]] = words[term];
            }
            for (size_t term = 0; term < row.size(); term++) {
                out << row[term] << (term + 1 < row.size() ? '\t' : '\n');
            }
        }
    }
}
